"""The commands. They start without Qt."""
