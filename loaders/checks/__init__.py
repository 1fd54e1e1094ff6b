"""Check: records against the catalogue, the calendar, each other and their own history."""
