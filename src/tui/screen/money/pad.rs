//! The page of a book of receipts: who holds it, the leaves that are missing, and each leaf that is used.

use super::{AREA, receipt, receipts::marks, shown, void::SpoilDraft};
use crate::{
    command,
    domain::{
        Text, day,
        noun::{Attribute, FILE, NOTE, Noun},
        receipt::{OWN, PAD, Receipt, show_ranges},
    },
    report::member::words,
    store::{self, receipt::PadRow},
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{
            Cx, Flow,
            entry::EntryDraft,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;
use std::ops::RangeInclusive;

/// So many leaves stand on the page, the latest; all of them are in the list of receipts.
const LEAVES: usize = 100;

/// What a line of the page is about.
pub enum About {
    /// A field of the book, by its column.
    Field(&'static str),
    /// Leaves nobody has accounted for.
    Gap(RangeInclusive<i64>),
    /// A leaf that is used.
    Receipt(i64),
}

static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// The page of one book.
pub struct PadPage {
    id: i64,
}

/// The page of the book `id`.
pub fn page(id: i64) -> RecordPage<PadPage> {
    RecordPage::new(PadPage { id })
}

/// The form of a book, with the cursor in the field of that code.
///
/// # Errors
/// When the book is the program's own, or cannot be read.
pub fn edit(id: i64, code: &str, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::entry::SET_UP)?;
    let entry = cx.reader.entry(&PAD, id)?;
    if entry.get("kind") == OWN {
        return Err(store::Error::invalid("err-pad-own").into());
    }
    Ok(Flow::push(FormScreen::new(EntryDraft::new(entry, String::new()), cx).in_area(AREA).at(code, cx)))
}

/// Label and value of what is known of a book.
pub fn facts(pad: &PadRow, lang: &Lang) -> Vec<(String, String)> {
    let fact = |a: &Attribute| (lang.label(a.label).to_owned(), words::entry(&pad.entry, a.code, lang));
    let shown = PAD.attributes.iter().filter(|a| a.code != "kind");
    shown.map(fact).filter(|(_, value)| !value.is_empty()).collect()
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

fn leaf_line(leaf: &Receipt, lang: &Lang) -> Line<What<About>> {
    let amount = leaf.amount.as_ref().map(|amount| shown(amount.minor, &amount.currency, lang)).unwrap_or_default();
    let reason = leaf.voided.1.clone();
    let parts = [day::show(leaf.received_on), leaf.who(), amount, marks(leaf, lang), reason];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    own(leaf.number.to_string(), text, About::Receipt(leaf.id))
}

impl Subject for PadPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        (PAD.table, self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[AREA]), lang.label(PAD.heading))
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(cx.reader.entry(&PAD, self.id)?.get("name").to_owned())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "pad-spoil" } else { cmd.text_id() }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let (lang, pad) = (&cx.lang, cx.reader.pad(self.id)?);
        let attributes = PAD.attributes.iter().filter(|a| a.code != "name");
        let mut lines: Lines<About> = attributes
            .map(|a| (a, words::entry(&pad.entry, a.code, lang)))
            .filter(|(_, value)| !value.is_empty())
            .map(|(a, value)| own(lang.label(a.label), value, About::Field(a.code)))
            .collect();
        let counted = Text::new("pad-state").with("used", pad.leaves.used.len()).with("lost", pad.lost);
        let counted = counted.with("missing", pad.leaves.missing());
        lines.push(own(lang.label("pad-leaves"), lang.text(&counted), About::Field("last")));
        let gaps = pad.leaves.gaps();
        if !gaps.is_empty() {
            lines.push(Line::heading(lang.label("pad-gaps-lead")));
        }
        for gap in gaps {
            lines.push(own("!", show_ranges(std::slice::from_ref(&gap)), About::Gap(gap)));
        }
        let leaves = cx.reader.receipts_of_pad(self.id, LEAVES)?;
        if !leaves.is_empty() {
            lines.push(Line::heading(lang.label("pad-used-lead")));
        }
        lines.extend(leaves.iter().map(|leaf| leaf_line(leaf, lang)));
        Ok(lines)
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Receipt(id))) => Flow::push(receipt::page(*id)),
            (Cmd::Open | Cmd::Archive, Some(About::Gap(gap))) => self.spoil(Some(gap.clone()), cx)?,
            (Cmd::Archive, _) => self.spoil(None, cx)?,
            (Cmd::Open | Cmd::Edit, Some(About::Field(code))) => edit(self.id, code, cx)?,
            (Cmd::Edit, _) => edit(self.id, "name", cx)?,
            (Cmd::Print, Some(About::Receipt(id))) => receipt::print(*id, cx)?,
            _ => Flow::Ignored,
        })
    }
}

impl PadPage {
    /// The form for leaves that were spoilt.
    fn spoil(&self, gap: Option<RangeInclusive<i64>>, cx: &Cx) -> Result<Flow> {
        cx.permit(&command::receipt::SPOIL)?;
        if cx.reader.entry(&PAD, self.id)?.get("kind") == OWN {
            return Err(store::Error::invalid("err-pad-own").into());
        }
        let draft = SpoilDraft::new(self.id, cx)?;
        let draft = match gap {
            Some(gap) => draft.of(gap),
            None => draft,
        };
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
    }
}
