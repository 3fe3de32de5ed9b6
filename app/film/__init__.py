"""Films of video cases: from a storyboard and a drawing kit to moving pictures.  No web, no database."""
