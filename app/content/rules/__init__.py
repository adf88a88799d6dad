"""What a lesson must mean, beyond its form: rules over parts, each giving issues."""
