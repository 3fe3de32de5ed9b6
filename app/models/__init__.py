"""The tables.  They hold ids and codes, and know nothing of content."""

from app.models import access, learning, measurement, neighbourhood, people
from app.models.base import Base

__all__ = ["Base", "access", "learning", "measurement", "neighbourhood", "people"]
