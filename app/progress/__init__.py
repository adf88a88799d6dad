"""What learners did, kept for good: events, the store, and what follows from them."""
