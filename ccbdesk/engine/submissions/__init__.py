"""Form and sheets → submissions, findings and questions: whose the file is, where things stand, what they mean."""
