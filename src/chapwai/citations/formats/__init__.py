"""Files and pastes of bibliographic records, whatever program wrote them."""
