"""People: bones, body, clothes, head, face and what they carry."""
