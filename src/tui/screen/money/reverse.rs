//! The reason for which something is taken back: what was booked, or a payment slip that is not paid.

use crate::{
    command,
    domain::{Text, fold::clean},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Saving, Spec},
    },
};

static FIELDS: [Spec; 1] = [Spec::new("reason", "field-reason", Kind::Text, "").required()];

/// What is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// An entry of the ledger, whatever it booked.
    Entry(i64),
    /// The entry of a receipt, which is void with it.
    Receipt(i64),
    /// The entry that paid a slip.
    Payout(i64),
    /// A slip that is not paid: its id and `rev`.
    Slip(i64, i64),
}

/// What the form asks.
pub struct ReverseDraft {
    back: Back,
    /// What it is, in words.
    of: String,
    reason: String,
}

impl ReverseDraft {
    /// The form for something that is called `of`.
    pub const fn new(back: Back, of: String) -> Self {
        Self { back, of, reason: String::new() }
    }
}

impl Draft for ReverseDraft {
    // one line, said again as quickly
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[super::AREA]), self.of, lang.label(self.save_name()))
    }
    fn lead(&self, lang: &Lang) -> String {
        match self.back {
            Back::Entry(_) => lang.label("books-reverse-lead").to_owned(),
            Back::Receipt(_) => lang.label("books-reverse-receipt").to_owned(),
            Back::Payout(_) => lang.label("books-reverse-slip").to_owned(),
            Back::Slip(..) => String::new(),
        }
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        Ok(())
    }
    fn save_name(&self) -> &'static str {
        match self.back {
            Back::Entry(_) => "books-reverse",
            Back::Receipt(_) => "receipt-void-save",
            Back::Payout(_) => "slip-payout-back",
            Back::Slip(..) => "slip-void-save",
        }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (back, reason) = (self.back, self.reason.clone());
        Box::new(move |store, session, _| match back {
            Back::Entry(entry) | Back::Receipt(entry) | Back::Payout(entry) => {
                let id = command::ledger::reverse(store, session, entry, &reason)?;
                let number = store.journal_entry(id)?.number.to_string();
                Ok(Outcome::Said(Text::new("books-reversed").with("number", number)))
            }
            Back::Slip(id, rev) => {
                command::voucher::void(store, session, draft.as_deref(), (id, rev), &reason)?;
                let number = store.voucher(id)?.label();
                Ok(Outcome::Said(Text::new("slip-voided-now").with("number", number)))
            }
        })
    }
}
