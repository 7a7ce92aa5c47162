"""What is written to disk: whole files today, drafts and finished records later."""
