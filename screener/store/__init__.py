"""What is written to disk: whole files, and forms kept for the next start."""
