"""The desktop program: draws the wizard and sends edits to it. The only package that imports Qt's widgets."""
