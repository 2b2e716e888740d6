"""Services outside that know articles: asked politely, briefly, and only about one article."""
