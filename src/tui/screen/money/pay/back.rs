//! What of payments is kept in the book until they are written, and how they come back: from a draft, or refused.

use super::{
    Pay, look,
    sketch::{Kept, Till},
};
use crate::{
    command,
    domain::Text,
    store::{self, draft::Draft},
    tui::{screen::Cx, widget::keep::Keep},
};
use anyhow::Result;

/// A payment on its way to the disk, or one that was refused there.
pub(super) struct Pending {
    /// The name of its draft.
    pub name: String,
    pub kept: Kept,
    /// Why it was refused.
    pub why: Option<Text>,
}

/// The payment of a draft, with the cursor where it was.
///
/// # Errors
/// When the user may not take money in any more, or somebody who pays is gone.
pub fn resumed(row: &Draft, cx: &Cx) -> Result<Pay> {
    cx.permit(&command::payment::RECEIVE)?;
    let kept: Kept = serde_json::from_str(&row.body).unwrap_or_default();
    for member in kept.sketch.payer.iter().chain(&kept.sketch.members) {
        cx.reader.member(*member)?;
    }
    Ok(Pay { keep: Keep::of(row), is_resumed: true, ..Pay::new(kept, cx) })
}

/// Who pays in a draft.
///
/// # Errors
/// When the book cannot be read.
pub fn named(row: &Draft, cx: &Cx) -> store::Result<String> {
    let kept: Kept = serde_json::from_str(&row.body).unwrap_or_default();
    match kept.sketch.payer {
        Some(payer) => cx.reader.record_label("member", payer),
        None if kept.sketch.by.is_empty() => Ok(kept.text),
        None => Ok(kept.sketch.by),
    }
}

impl Pay {
    /// What is in the line and behind it.
    pub(super) fn kept(&self) -> Kept {
        let (sketch, till) = (self.sketch.clone(), self.till.clone());
        Kept { ask: self.ask, text: self.line.text(), held: self.held.clone(), sketch, till }
    }

    /// Puts a payment that was refused into the line: as it was, with its account, day, leaf and batch.
    fn restore(&mut self, Pending { name, kept, why }: Pending, cx: &mut Cx) -> Result<()> {
        self.keep = Keep::named(name);
        let mut why = why.unwrap_or_else(|| Text::new("err-not-found"));
        let is_other = Till { leaf: None, ..kept.till.clone() } != Till { leaf: None, ..self.till.clone() };
        if kept.till != self.till {
            let till = std::mem::replace(&mut self.till, kept.till);
            self.usual.get_or_insert(till);
        }
        (self.sketch, self.held) = (kept.sketch, kept.held);
        self.read(cx)?;
        self.ask_for(kept.ask, &kept.text, cx)?;
        if is_other {
            why = Text::new("pay-back").with("why", why).with("till", look::till(self, cx));
        }
        cx.complain(&why);
        Ok(())
    }

    /// The payment that came back is done: money is taken in as it was before.
    pub(super) fn take_till(&mut self, cx: &Cx) -> store::Result<bool> {
        let Some(till) = self.usual.take() else { return Ok(false) };
        self.till = till;
        self.read(cx)?;
        Ok(true)
    }

    /// Puts a payment that was refused back into the line, when that is free.
    pub(super) fn take_refused(&mut self, cx: &mut Cx) -> Result<()> {
        if self.line.is_empty()
            && !self.sketch.is_begun()
            && let Some(refused) = self.refused.pop_front()
        {
            self.restore(refused, cx)?;
            self.line.select_all();
        }
        Ok(())
    }

    /// Keeps what stands in the line and behind it; nothing when nobody is named.
    pub(super) fn put_draft(&mut self, cx: &mut Cx) {
        let is_blank = self.line.is_empty() && !self.sketch.is_begun();
        let body = if is_blank { None } else { serde_json::to_string(&self.kept()).ok() };
        if self.keep.keep(body, (0, 0), cx) {
            self.pending.push_back(None);
        }
    }

    /// Throws away what was kept of the payment in the line.
    pub(super) fn drop_draft(&mut self, cx: &mut Cx) {
        if self.keep.drop(cx) {
            self.pending.push_back(None);
        }
    }
}
