//! Why a receipt is void, and which leaves of a book were spoilt.

use super::{AREA, shown};
use crate::{
    command,
    domain::{
        Text, day,
        fold::clean,
        receipt::{Receipt, ReceiptState, show_ranges},
        takes::Takes,
    },
    report::member::option::numbers,
    store::{self, Reader, receipt::PadRow},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Saving, Spec},
            form::FormScreen,
        },
    },
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

static REASON: [Spec; 1] = [Spec::new("reason", "field-reason", Kind::Text, "").required()];

/// Why a receipt does not hold.
pub struct VoidDraft {
    receipt: Receipt,
    reason: String,
}

impl VoidDraft {
    /// The form over the screen.
    ///
    /// # Errors
    /// When the user may not, or the receipt is void already.
    pub fn begin(id: i64, cx: &Cx) -> anyhow::Result<Flow> {
        cx.permit(&command::ledger::REVERSE)?;
        let draft = Self::new(id, &cx.reader)?;
        if draft.receipt.state != ReceiptState::Issued {
            return Err(store::Error::invalid("err-receipt-void").into());
        }
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
    }

    /// Of a receipt.
    ///
    /// # Errors
    /// When there is no such receipt.
    pub fn new(id: i64, reader: &Reader) -> store::Result<Self> {
        Ok(Self { receipt: reader.receipt(id)?, reason: String::new() })
    }
}

impl Draft for VoidDraft {
    const FORM: &'static str = "void";

    fn fields(&self) -> &[Spec] {
        &REASON
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[AREA]), self.receipt.name(), lang.label("receipt-void").to_lowercase())
    }
    fn lead(&self, lang: &Lang) -> String {
        let amount = self.receipt.amount.as_ref().map(|amount| shown(amount.minor, &amount.currency, lang));
        let who = format!("{} · {}", self.receipt.who(), amount.unwrap_or_default());
        format!("{who}\n{}", lang.label("receipt-void-lead"))
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.receipt.id, 0))
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        Ok(())
    }
    fn save_name(&self) -> &'static str {
        "receipt-void-save"
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (id, name, reason) = (self.receipt.id, self.receipt.name(), self.reason.clone());
        Box::new(move |store, session, _| {
            command::receipt::void(store, session, draft.as_deref(), id, &reason)?;
            Ok(Outcome::Saved { id, said: Text::new("receipt-voided").with("number", name) })
        })
    }
}

static LEAVES: [Spec; 3] = [
    Spec::new("leaves", "pad-leaves", Kind::Digits, "hint-leaves").required(),
    Spec::new("reason", "field-reason", Kind::Text, "").required(),
    Spec::new("day", "column-day", Kind::Digits, "hint-day").required(),
];

/// Leaves that were spoilt, lost or left blank.
pub struct SpoilDraft {
    pad: PadRow,
    leaves: Vec<RangeInclusive<i64>>,
    reason: String,
    day: NaiveDate,
}

impl SpoilDraft {
    /// Of a book, with the leaves nobody has accounted for.
    ///
    /// # Errors
    /// When there is no such book.
    pub fn new(pad: i64, cx: &Cx) -> store::Result<Self> {
        let pad = cx.reader.pad(pad)?;
        Ok(Self { leaves: pad.leaves.gaps(), pad, reason: String::new(), day: cx.clock.today() })
    }

    /// The same with other leaves.
    #[must_use]
    pub fn of(mut self, leaves: RangeInclusive<i64>) -> Self {
        self.leaves = vec![leaves];
        self
    }
}

impl Draft for SpoilDraft {
    const FORM: &'static str = "spoil";

    fn fields(&self) -> &[Spec] {
        &LEAVES
    }
    fn title(&self, lang: &Lang) -> String {
        let name = self.pad.entry.get("name");
        format!("{} › {name} › {}", lang.label(AREAS[AREA]), lang.label("pad-spoil").to_lowercase())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.pad.entry.id, self.pad.entry.rev))
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => show_ranges(&self.leaves),
            1 => self.reason.clone(),
            _ => day::show(self.day),
        }
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => {
                let wrong = |_| Text::new("err-leaves").with("text", typed.trim());
                self.leaves = numbers(typed).map_err(wrong)?;
            }
            1 => self.reason = clean(typed),
            _ => self.day = Takes::PastDay.read(typed, &cx.reading())?.parse().unwrap_or(self.day),
        }
        Ok(())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (id, leaves) = (self.pad.entry.id, self.leaves.clone());
        let (day, reason) = (self.day, self.reason.clone());
        Box::new(move |store, session, _| {
            let count = command::receipt::spoil(store, session, draft.as_deref(), id, &leaves, (day, &reason))?;
            Ok(Outcome::Saved { id, said: Text::new("pad-spoiled").with("count", count) })
        })
    }
}
