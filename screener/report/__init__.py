"""Assessment -> Report -> bytes: the summary that goes on paper, as text and on screen."""
