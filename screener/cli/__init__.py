"""The commands: check, describe, assess, report and schema. Starts without Qt."""
