"""Small reusable parts, painted from the look they are given."""
