"""What a meeting takes along: files made of the same views as the screen."""
