//! What the line of the opening asks, one thing after the other, and what an answer becomes: who or which account, then
//! the figures. A blank says that there is nothing.

use super::{Row, Sheet};
use crate::{
    command::opening::{Known, account, in_currency},
    domain::{
        Text,
        amount::Amount,
        day,
        fold::fold,
        opening::{AccountOpening, Held, MemberOpening, Opening, Place},
    },
    report::money::words,
    store,
    text::Lang,
    tui::{
        screen::{Cx, meetings::people},
        widget::line::Line,
    },
};
use anyhow::Result;
use chrono::NaiveDate;

/// How many accounts are offered beside members.
const SHOWN: usize = 4;

/// What the line asks.
#[derive(Clone, Debug)]
pub enum Ask {
    /// A member or an account.
    Who,
    /// The day of the opening.
    Day,
    /// The fund of an account.
    Fund(Known, String),
    /// What stood on an account, for a fund.
    Balance(Known, String, Option<i64>),
    /// How many shares a member holds.
    Shares(MemberOpening, String),
    /// What one share is worth.
    Nominal(MemberOpening, String, u32),
    /// How much of the shares is paid.
    Paid(MemberOpening, String),
    /// What was owed.
    Arrears(MemberOpening, String),
    /// By when it should have been paid.
    Since(MemberOpening, String),
    /// What was paid ahead.
    Credit(MemberOpening, String),
}

/// Whom or what the text in the line may mean.
#[derive(Clone, Debug)]
pub enum Match {
    /// A member.
    Member(i64, String),
    /// An account.
    Account(Known, String),
}

impl Match {
    /// What it is called.
    pub fn label(&self) -> &str {
        match self {
            Self::Member(_, label) | Self::Account(_, label) => label,
        }
    }
}

/// What an account is called in a language; its own name goes before that of the chart.
pub fn name_of(known: &Known, cx: &Cx) -> store::Result<String> {
    Ok(match &known.place {
        Place::Account(id) => super::super::name(&cx.reader.account(*id)?, &cx.lang),
        Place::Chart(key) => {
            let name = cx.lang.name(&format!("chart-{key}"));
            if known.currency.is_empty() { name } else { format!("{name} {}", known.currency) }
        }
    })
}

impl Ask {
    /// What stands before the line.
    pub fn prompt(&self, lang: &Lang) -> String {
        let (id, of) = match self {
            Self::Who => ("opening-ask-who", ""),
            Self::Day => ("opening-ask-day", ""),
            Self::Fund(_, label) => ("opening-ask-fund", label.as_str()),
            Self::Balance(_, label, _) => ("opening-ask-balance", label.as_str()),
            Self::Shares(_, label) => ("opening-ask-shares", label.as_str()),
            Self::Nominal(_, label, _) => ("opening-ask-nominal", label.as_str()),
            Self::Paid(_, label) => ("opening-ask-paid", label.as_str()),
            Self::Arrears(_, label) => ("opening-ask-arrears", label.as_str()),
            Self::Since(_, label) => ("opening-ask-since", label.as_str()),
            Self::Credit(_, label) => ("opening-ask-credit", label.as_str()),
        };
        lang.text(&Text::new(id).with("of", of))
    }

    /// What Enter means on a blank line.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Who => "opening-hint-who",
            Self::Day | Self::Since(..) => "opening-hint-day",
            Self::Paid(..) => "opening-hint-paid",
            Self::Fund(..) => "opening-hint-fund",
            Self::Nominal(..) | Self::Balance(..) => "",
            _ => "opening-hint-nothing",
        }
    }
}

impl Sheet {
    /// Asks something in the line.
    pub(super) fn ask(&mut self, ask: Ask, cx: &Cx) -> Result<()> {
        let digits = !matches!(ask, Ask::Who | Ask::Fund(..));
        let typed = match &ask {
            Ask::Day => day::show(self.on),
            _ => self.before(&ask, &cx.lang),
        };
        self.ask = Some(ask);
        self.line = Line::new(&typed).with_azerty_digits(digits && cx.preference.azerty);
        self.line.select_all();
        Ok(self.look_up(cx)?)
    }

    /// What the row of the same says already, to be typed over.
    fn before(&self, ask: &Ask, lang: &Lang) -> String {
        let member = |id: i64| {
            let of = |row: &Row| match &row.opening {
                Some(Opening::Member(row)) if row.member == id => Some(row.clone()),
                _ => None,
            };
            self.rows.iter().find_map(of)
        };
        let shown = |amount: Option<Amount>| amount.map(|amount| words::amount(&amount, lang)).unwrap_or_default();
        match ask {
            Ask::Shares(row, _) => {
                member(row.member).and_then(|row| row.shares).map(|held| held.count.to_string()).unwrap_or_default()
            }
            Ask::Paid(row, _) => {
                let same = |held: &Held| row.shares.as_ref().is_some_and(|new| new.count == held.count);
                let held = member(row.member).and_then(|row| row.shares).filter(same);
                shown(held.map(|held| Amount { minor: held.paid, currency: held.nominal.currency }))
            }
            Ask::Arrears(row, _) => shown(member(row.member).and_then(|row| row.arrears)),
            Ask::Since(row, _) => member(row.member).and_then(|row| row.arrears_on).map(day::show).unwrap_or_default(),
            Ask::Credit(row, _) => shown(member(row.member).and_then(|row| row.credit)),
            Ask::Balance(known, _, fund) => {
                let of = |row: &Row| match &row.opening {
                    Some(Opening::Account(row)) if row.on == known.place && row.fund == *fund => {
                        Some(row.balance.clone())
                    }
                    _ => None,
                };
                shown(self.rows.iter().find_map(of))
            }
            _ => String::new(),
        }
    }

    /// Looks for whom or what the text in the line may mean.
    pub(super) fn look_up(&mut self, cx: &Cx) -> store::Result<()> {
        self.picked = 0;
        self.found.clear();
        let typed = self.line.text();
        if typed.trim().is_empty() || !matches!(self.ask, Some(Ask::Who)) {
            return Ok(());
        }
        let wanted = fold(&typed);
        // the beginning of any word of its name
        let is_named =
            |known: &&Known| known.names.iter().any(|name| format!(" {}", fold(name)).contains(&format!(" {wanted}")));
        for known in self.known.iter().filter(is_named).take(SHOWN) {
            self.found.push(Match::Account(known.clone(), name_of(known, cx)?));
        }
        let members = people::find_either(typed.trim(), cx)?;
        let members: Vec<Match> = members.iter().map(|row| Match::Member(row.id, people::heading(row))).collect();
        // a number means a member first
        if typed.trim().starts_with(|c: char| c.is_ascii_digit()) {
            self.found.splice(0..0, members);
        } else {
            self.found.extend(members);
        }
        Ok(())
    }

    /// Enter: takes what stands in the line for an answer, and asks what comes next.
    pub(super) fn answer(&mut self, cx: &mut Cx) -> Result<()> {
        let Some(ask) = self.ask.clone() else { return Ok(()) };
        let typed = self.line.text().trim().to_owned();
        if let Err(text) = self.next(ask, &typed, cx)? {
            cx.complain(&text);
            self.line.select_all();
        }
        Ok(())
    }

    fn next(&mut self, ask: Ask, typed: &str, cx: &Cx) -> Result<std::result::Result<(), Text>> {
        let usual = cx.coop.currency.clone();
        let next = match read(ask, typed, self, &usual, cx) {
            Ok(next) => next,
            Err(text) => return Ok(Err(text)),
        };
        match next {
            Next::Ask(ask) => self.ask(ask, cx)?,
            Next::Row(label, opening) => {
                if let Some((_, text)) = opening.fault(self.on) {
                    return Ok(Err(text));
                }
                self.put(label, opening, cx)?;
                self.ask(Ask::Who, cx)?;
            }
            Next::Day(day) => {
                self.on = day;
                self.check(cx)?;
                self.keep.typed(cx.now);
                self.ask = None;
                self.line = Line::new("");
            }
        }
        Ok(Ok(()))
    }

    /// Esc: one step back; from the first to the rows.
    pub(super) fn go_back(&mut self, cx: &Cx) -> Result<()> {
        match self.ask.take() {
            Some(Ask::Who) if !self.line.is_empty() => self.ask(Ask::Who, cx),
            None | Some(Ask::Who | Ask::Day) => {
                self.line = Line::new("");
                self.found.clear();
                Ok(())
            }
            Some(_) => self.ask(Ask::Who, cx),
        }
    }

    /// The row under the cursor, to be typed again.
    pub(super) fn change(&mut self, cx: &Cx) -> Result<()> {
        let Some(row) = self.rows.get(self.at) else { return Ok(()) };
        let label = row.label.clone();
        match row.opening.clone() {
            Some(Opening::Member(row)) => self.ask(Ask::Shares(blank(row.member), label), cx),
            Some(Opening::Account(row)) => {
                let known = self.known.iter().find(|known| known.place == row.on).cloned();
                known.map_or(Ok(()), |known| self.ask(Ask::Balance(known, label, row.fund), cx))
            }
            None => {
                // what a file has wrong is typed anew
                self.rows.remove(self.at);
                self.ask(Ask::Who, cx)
            }
        }
    }

    /// Whom or what a row is about.
    pub(super) fn label_of(&self, opening: &Opening, cx: &Cx) -> store::Result<String> {
        match opening {
            Opening::Member(row) => Ok(cx.reader.member(row.member)?.heading()),
            Opening::Account(row) => {
                let name = match &row.on {
                    Place::Account(id) => super::super::name(&cx.reader.account(*id)?, &cx.lang),
                    Place::Chart(key) => cx.lang.name(&format!("chart-{key}")),
                };
                let fund = self.funds.iter().find(|(id, _)| Some(*id) == row.fund);
                Ok(fund.map_or_else(|| name.clone(), |(_, fund)| format!("{name} · {fund}")))
            }
        }
    }
}

/// What an answer leads to.
enum Next {
    Ask(Ask),
    Row(String, Opening),
    Day(NaiveDate),
}

const fn blank(member: i64) -> MemberOpening {
    MemberOpening { member, shares: None, arrears: None, arrears_on: None, credit: None }
}

fn read(ask: Ask, typed: &str, sheet: &mut Sheet, usual: &str, cx: &Cx) -> Result<Next, Text> {
    let a_day = || {
        let reading = cx.reading();
        day::parse(typed, reading.today, reading.order)
    };
    let an_amount = || if typed.is_empty() { Ok(None) } else { Amount::parse(typed, usual).map(Some) };
    Ok(match ask {
        Ask::Who => who(typed, sheet)?,
        Ask::Day => {
            let day = a_day()?;
            if day > cx.clock.today() {
                return Err(Text::new("err-day-future").with("day", day::show(day)));
            }
            Next::Day(day)
        }
        Ask::Fund(known, label) => {
            let wanted = fold(typed);
            let found = sheet.funds.iter().find(|(_, name)| fold(name).starts_with(&wanted));
            match found.filter(|_| !wanted.is_empty()) {
                Some((id, name)) => Next::Ask(Ask::Balance(known, format!("{label} · {name}"), Some(*id))),
                None if wanted.is_empty() => Next::Ask(Ask::Balance(known, label, None)),
                None => return Err(Text::new("err-fund").with("name", typed)),
            }
        }
        Ask::Balance(known, label, fund) => {
            let own = if known.currency.is_empty() { usual } else { known.currency.as_str() };
            let balance = in_currency(&known, Amount::parse(typed, own)?, true)?;
            let row = AccountOpening { on: known.place.clone(), kind: known.kind, fund, balance };
            Next::Row(label, Opening::Account(row))
        }
        Ask::Shares(row, label) => {
            let most = 1_000_000;
            let count = if typed.is_empty() { Ok(0) } else { typed.replace(' ', "").parse::<u32>() };
            let count = count.ok().filter(|count| *count <= most);
            let count = count.ok_or_else(|| Text::new("err-count").with("text", typed).with("most", most))?;
            match (count, sheet.nominal.clone()) {
                (0, _) => Next::Ask(Ask::Arrears(row, label)),
                (count, None) => Next::Ask(Ask::Nominal(row, label, count)),
                (count, Some(nominal)) => Next::Ask(Ask::Paid(with_shares(row, count, nominal), label)),
            }
        }
        Ask::Nominal(row, label, count) => {
            let nominal = Amount::parse(typed, usual)?;
            if nominal.minor <= 0 {
                return Err(Text::new("err-amount-positive"));
            }
            sheet.nominal = Some(nominal.clone());
            Next::Ask(Ask::Paid(with_shares(row, count, nominal), label))
        }
        Ask::Paid(mut row, label) => {
            if let Some(held) = row.shares.as_mut().filter(|_| !typed.is_empty()) {
                let paid = Amount::parse_in(typed, &held.nominal.currency)?;
                if paid.minor < 0 || paid.minor > held.worth() {
                    let most = Amount { minor: held.worth(), ..held.nominal.clone() };
                    return Err(Text::new("err-opening-paid").with("most", most));
                }
                held.paid = paid.minor;
            }
            Next::Ask(Ask::Arrears(row, label))
        }
        Ask::Arrears(row, label) => {
            let arrears = an_amount()?.filter(|amount| amount.minor != 0);
            let row = MemberOpening { arrears, ..row };
            Next::Ask(if row.arrears.is_some() { Ask::Since(row, label) } else { Ask::Credit(row, label) })
        }
        Ask::Since(row, label) => {
            let arrears_on = if typed.is_empty() { None } else { Some(a_day()?) };
            Next::Row(label, Opening::Member(MemberOpening { arrears_on, ..row }))
        }
        Ask::Credit(row, label) => {
            let credit = an_amount()?.filter(|amount| amount.minor != 0);
            Next::Row(label, Opening::Member(MemberOpening { credit, ..row }))
        }
    })
}

fn with_shares(row: MemberOpening, count: u32, nominal: Amount) -> MemberOpening {
    let mut held = Held { count, nominal, paid: 0 };
    held.paid = held.worth();
    MemberOpening { shares: Some(held), ..row }
}

/// Whoever or whatever was found; a name of an account written out is that account.
fn who(typed: &str, sheet: &Sheet) -> Result<Next, Text> {
    let found = match sheet.found.get(sheet.picked) {
        Some(found) => found.clone(),
        None if typed.is_empty() => return Err(Text::new("opening-hint-who")),
        None => match account(&sheet.known, typed) {
            Ok(known) => Match::Account(known.clone(), typed.to_owned()),
            Err(_) => return Err(Text::new("err-who-none").with("text", typed)),
        },
    };
    Ok(Next::Ask(match found {
        Match::Member(id, label) => Ask::Shares(blank(id), label),
        Match::Account(known, label) if sheet.funds.is_empty() => Ask::Balance(known, label, None),
        Match::Account(known, label) => Ask::Fund(known, label),
    }))
}
