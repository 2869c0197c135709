//! The form in which amounts owed are let go: by which decision, of one amount also how much of it.

use super::AREA;
use crate::{
    command::{self, due::Waiver},
    domain::{Text, amount::Amount, fold::clean},
    report::money::words,
    store,
    store::due_list::DueRow,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
};
use anyhow::Result;

static FIELDS: &[Spec] = &[
    Spec::new("amount", "field-amount", Kind::Amount, "hint-waive").required(),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision").required(),
    Spec::new("reason", "field-reason", Kind::Text, "hint-reason"),
];

/// What the form lets go.
pub struct WaiveDraft {
    rows: Vec<DueRow>,
    waiver: Waiver,
}

/// The form for some amounts owed.
///
/// # Errors
/// When the user may not, nothing of them is open, or the book cannot be read.
pub fn begin(ids: &[i64], cx: &Cx) -> Result<Flow> {
    cx.permit(&command::due::WAIVE)?;
    let draft = WaiveDraft::new(ids, cx)?.ok_or_else(|| store::Error::invalid("err-waive-none"))?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA).at("decision", cx)))
}

impl WaiveDraft {
    fn new(ids: &[i64], cx: &Cx) -> store::Result<Option<Self>> {
        let mut rows = cx.reader.due_rows(ids)?;
        rows.retain(|row| row.due.open > 0);
        let minor = if let [one] = &rows[..] { Some(one.due.open) } else { None };
        Ok((!rows.is_empty()).then(|| Self { rows, waiver: Waiver { minor, ..Waiver::default() } }))
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Option<Self>> {
        let ids: Vec<i64> = about.split(':').filter_map(|id| id.parse().ok()).collect();
        Self::new(&ids, cx)
    }

    /// Of several each is let go whole: then there is no first field.
    fn place(&self, at: usize) -> usize {
        if self.rows.len() > 1 { at + 1 } else { at }
    }

    fn open(&self) -> Vec<(&str, i64)> {
        let mut sums: Vec<(&str, i64)> = Vec::new();
        for due in self.rows.iter().map(|row| &row.due) {
            match sums.iter_mut().find(|(currency, _)| *currency == due.currency) {
                Some((_, sum)) => *sum += due.open,
                None => sums.push((&due.currency, due.open)),
            }
        }
        sums
    }
}

impl Draft for WaiveDraft {
    const FORM: &'static str = "waive";

    fn about(&self) -> String {
        let ids: Vec<String> = self.rows.iter().map(|row| row.due.id.to_string()).collect();
        format!(":{}", ids.join(":"))
    }
    fn fields(&self) -> &[Spec] {
        &FIELDS[self.place(0)..]
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-money"), lang.label("due-waive").to_lowercase())
    }
    fn lead(&self, lang: &Lang) -> String {
        if let [row] = &self.rows[..] {
            return format!("{} · {}", row.heading(), words::due(&row.due, lang));
        }
        let text = Text::new("waive-many").with("count", self.rows.len());
        lang.text(&text.with("amounts", words::amounts(self.open(), lang)))
    }
    fn show(&self, at: usize) -> String {
        match FIELDS[self.place(at)].code {
            "amount" => {
                let currency = self.rows[0].due.currency.clone();
                self.waiver.minor.map(|minor| Amount { minor, currency }.to_string()).unwrap_or_default()
            }
            "decision" => self.waiver.decision.clone(),
            _ => self.waiver.reason.clone(),
        }
    }
    fn set(&mut self, at: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        match FIELDS[self.place(at)].code {
            "amount" => {
                let due = &self.rows[0].due;
                let read = Amount::parse_in(typed, &due.currency)?;
                if !(1..=due.open).contains(&read.minor) {
                    let open = Amount { minor: due.open, currency: due.currency.clone() };
                    return Err(Text::new("err-waive-amount").with("open", open));
                }
                self.waiver.minor = Some(read.minor);
            }
            "decision" => self.waiver.decision = clean(typed),
            _ => self.waiver.reason = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let field = self.fields().iter().position(|spec| spec.code == "decision").unwrap_or(0);
        let missing = self.waiver.decision.is_empty();
        let remark = || Remark::error(field, Text::new("err-waive-decision"));
        missing.then(remark).into_iter().collect()
    }
    fn save_name(&self) -> &'static str {
        "due-waive"
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (waiver, ids) = (self.waiver.clone(), self.rows.iter().map(|row| row.due.id).collect::<Vec<_>>());
        Box::new(move |store, session, _| {
            command::due::waive(store, session, draft.as_deref(), &ids, &waiver)?;
            Ok(Outcome::Said(Text::new("due-waived").with("count", ids.len())))
        })
    }
}
