"""The process in which the work is done. This module holds how a request becomes an answer there."""
