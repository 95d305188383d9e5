"""Excel workbooks: reading what was received, writing what is sent."""
