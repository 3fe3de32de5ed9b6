"""Where somebody is in a film, and what they answered when it stopped."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "video_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("video", sa.String(), nullable=False),
        sa.Column("stop", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
            name=op.f("fk_video_answer_learner_id_learner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_video_answer")),
        sa.UniqueConstraint("key", name=op.f("uq_video_answer_key")),
    )
    op.create_index(op.f("ix_video_answer_learner_id"), "video_answer", ["learner_id"])
    op.create_index(op.f("ix_video_answer_video"), "video_answer", ["video"])
    op.create_table(
        "video_position",
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("video", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("furthest", sa.Double(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
            name=op.f("fk_video_position_learner_id_learner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", "video", name=op.f("pk_video_position")),
    )
    op.create_index(op.f("ix_video_position_video"), "video_position", ["video"])


def downgrade() -> None:
    op.drop_table("video_position")
    op.drop_table("video_answer")
