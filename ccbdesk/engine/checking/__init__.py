"""Form and submission → findings and outcomes: required figures and the rules between figures."""
