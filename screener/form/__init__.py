"""Forms: YAML text becomes a checked, frozen Form, or a list of problems with their places."""
