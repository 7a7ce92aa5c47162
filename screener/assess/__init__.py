"""What the answers mean: Form and Answers become an Assessment. Pure: no Qt, no files, no clock."""
