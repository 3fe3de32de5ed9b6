"""What answers mean: routes, scores, forms and progress.  Pure functions of content and answers."""
