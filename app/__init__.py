"""Pluis: the training platform of Buurtpreventie PLUS."""
