//! The list of signing powers, account by account, with what is worth a word of each.

use super::{name, power_form::PowerDraft};
use crate::{
    command,
    domain::{Text, day, signing::SIGNING_POWER},
    report::member::words,
    store::{
        Changed, Reader, Result as StoreResult,
        signing::{PowerRow, PowerWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Screen, history::History, paper::preview::Preview},
        widget::{
            draft::Draft,
            form::FormScreen,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Place of the ready-made filter of those of which something is worth a word.
pub const FLAWED: usize = 2;

/// A power as the list shows it.
pub struct Row {
    power: PowerRow,
    account: String,
    standing: String,
}

/// The powers on a day.
pub struct Powers {
    today: NaiveDate,
}

/// All powers.
pub fn screen(cx: &Cx) -> ListScreen<Powers> {
    ListScreen::new(Powers { today: cx.clock.today() })
}

/// The powers of a ready-made filter.
///
/// # Errors
/// When the book cannot be read.
pub fn showing(group: usize, cx: &Cx) -> Result<ListScreen<Powers>> {
    screen(cx).showing(group, cx)
}

/// How many may sign, or of how many something is worth a word.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let today = cx.clock.today();
    let (count, running) = (cx.reader.powers_flawed(today)?, cx.reader.powers_running(today)?);
    if count + running == 0 {
        return Ok(String::new());
    }
    Ok(cx.lang.text(&Text::new("powers-figure").with("count", count).with("running", running)))
}

fn shown(row: &Row, code: &str) -> Cow<'static, str> {
    row.power.entry.day(code).map(day::show).unwrap_or_default().into()
}

/// The ids of powers that meet all of `wants` on a day; those conditions carry the day.
fn ids(reader: &Reader, wants: &[(PowerWant, NaiveDate)], today: NaiveDate) -> Page<()> {
    let wants: Vec<PowerWant> = wants.iter().map(|(want, _)| want.clone()).collect();
    let rows = reader.power_rows(&wants, today)?;
    Ok((rows.into_iter().map(|row| row.entry.id).collect(), None))
}

impl List for Powers {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = (PowerWant, NaiveDate);
    const TITLE: &'static str = SIGNING_POWER.heading;
    const EMPTY: &'static str = "powers-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] =
        &["filter-all", "filter-powers-running", "filter-powers-flawed", "filter-powers-ended"];
    const SORTS: &'static [&'static str] = &["sort-account"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-account", Width::Fill(12), |r| (&r.account).into()),
        Column::new("field-signer", Width::Fill(16), |r| (&r.power.signer.name).into()),
        Column::new("field-from_on", Width::Fixed(10), |r| shown(r, "from_on")),
        Column::new("field-state", Width::Fill(22), |r| (&r.standing).into()),
        Column::new("field-until_on", Width::Fixed(10), |r: &Row| shown(r, "until_on")).extra(),
        Column::new("field-specimen_on", Width::Fixed(10), |r: &Row| shown(r, "specimen_on")).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<(PowerWant, NaiveDate)> {
        let wants = [None, Some(PowerWant::Running), Some(PowerWant::Flawed), Some(PowerWant::Ended)];
        let group = wants.into_iter().nth(*group).flatten();
        let words = typed.split_whitespace().map(|word| PowerWant::Word(word.to_owned()));
        group.into_iter().chain(words).map(|want| (want, self.today)).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[(PowerWant, NaiveDate)], _: Option<&()>, _: usize) -> Page<()> {
        ids(reader, wants, self.today)
    }
    fn matches(reader: &Reader, want: &(PowerWant, NaiveDate), _: Option<&()>, _: usize) -> Page<()> {
        ids(reader, std::slice::from_ref(want), want.1)
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let all = reader.power_rows(&[], self.today)?;
        let row = |power: PowerRow| Row {
            account: name(&power.account, lang),
            standing: match &power.doubt {
                Some(doubt) => format!("! {}", lang.text(doubt)),
                None => lang.label(power.standing.text_id()).to_owned(),
            },
            power,
        };
        Ok(ids.iter().filter_map(|id| all.iter().find(|row| row.entry.id == *id).cloned()).map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = ids(reader, &self.wanted(group, ""), self.today)?.0.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["signing_power", "account", "mandate", "member"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let entry = cx.reader.entry(&SIGNING_POWER, id)?;
        let codes = SIGNING_POWER.attributes.iter().filter(|attribute| attribute.code != "member_id");
        let facts = codes.map(|a| (cx.lang.label(a.label).to_owned(), words::entry(&entry, a.code, &cx.lang)));
        Ok(facts.filter(|(_, value)| !value.is_empty()).collect())
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "power-end" } else { cmd.text_id() }
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let account = match at {
            Some(id) => cx.reader.entry(&SIGNING_POWER, id)?.owner.1,
            None => return Ok(Flow::Ignored),
        };
        let asked = super::paper("bank-letter", "account", super::name(&cx.reader.account(account)?, &cx.lang))?;
        asked.permit(&cx.reader, &cx.session)?;
        Ok(Flow::push(Preview::new(asked)))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        if matches!(cmd, Cmd::New | Cmd::Open | Cmd::Edit | Cmd::Archive) {
            cx.permit(&command::entry::SET_UP)?;
        }
        let form = |draft: PowerDraft, at: &str, cx: &Cx| -> Box<dyn Screen> {
            Box::new(FormScreen::new(draft, cx).in_area(super::AREA).at(at, cx))
        };
        Ok(match (cmd, id) {
            (Cmd::New, at) => {
                let account = at.map(|id| cx.reader.entry(&SIGNING_POWER, id)).transpose()?;
                let draft = PowerDraft::new(account.map_or(0, |entry| entry.owner.1), cx)?;
                let first = if draft.show(0).is_empty() { "account" } else { "signer" };
                Flow::Push(form(draft, first, cx))
            }
            (Cmd::Open | Cmd::Edit, Some(id)) => Flow::Push(form(PowerDraft::of(id, cx)?, "from_on", cx)),
            (Cmd::Archive, Some(id)) => Flow::Push(form(PowerDraft::of(id, cx)?.ending(cx), "ended_on", cx)),
            (Cmd::History, Some(id)) => {
                Flow::push(History::of_record("account", cx.reader.entry(&SIGNING_POWER, id)?.owner.1))
            }
            _ => Flow::Ignored,
        })
    }
}
