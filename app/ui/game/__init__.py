"""The link game in the window: the phone, the question, the explanation, the look back."""
