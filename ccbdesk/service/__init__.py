"""What the window may ask, the pictures it is answered with, and the process in which the work is done."""
