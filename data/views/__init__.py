"""Views: everything that a page draws, ready and in Finnish. A page chooses, these compute, components draw."""
