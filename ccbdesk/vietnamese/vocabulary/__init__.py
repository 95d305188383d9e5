"""The words that workbooks are recognised by: sheet names, headings, kinds and their aliases."""
