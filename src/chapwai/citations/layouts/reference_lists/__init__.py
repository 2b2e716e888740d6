"""References as they are written out: lists, slides, mails, chats."""
