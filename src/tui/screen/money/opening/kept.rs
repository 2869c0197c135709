//! The rows of an opening as its draft has them: in the forms in which they could be typed again.

use super::{Row, Sheet};
use crate::{
    domain::{
        Text,
        amount::Amount,
        opening::{AccountOpening, Held, MemberOpening, Opening, Place},
    },
    store::{self, draft::Draft},
    text::Lang,
    tui::screen::Cx,
};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
struct Kept {
    on: String,
    file: String,
    nominal: String,
    rows: Vec<KeptRow>,
}

#[derive(Default, Serialize, Deserialize)]
struct KeptRow {
    label: String,
    /// Why a row of a file was refused, in words.
    fault: String,
    member: i64,
    /// The first name by which the account is known.
    account: String,
    fund: Option<i64>,
    /// The balance, or the arrears.
    amount: String,
    since: String,
    credit: String,
    shares: u32,
    nominal: String,
    paid: i64,
}

/// How many rows a draft has.
pub fn count(draft: &Draft) -> usize {
    serde_json::from_str::<Kept>(&draft.body).map_or(0, |kept| kept.rows.len())
}

/// The sheet as a draft; nothing when there is no row on it.
pub fn body(sheet: &Sheet, lang: &Lang) -> Option<String> {
    let row = |row: &Row| {
        let fault = row.fault.as_ref().filter(|_| row.opening.is_none()).map(|text| lang.text(text));
        let kept = row.opening.as_ref().map(|opening| keep(opening, sheet)).unwrap_or_default();
        KeptRow { label: row.label.clone(), fault: fault.unwrap_or_default(), ..kept }
    };
    let rows: Vec<KeptRow> = sheet.rows.iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let nominal = sheet.nominal.as_ref().map(Amount::to_string).unwrap_or_default();
    let kept = Kept { on: sheet.on.to_string(), file: sheet.file.clone(), nominal, rows };
    serde_json::to_string(&kept).ok()
}

fn keep(opening: &Opening, sheet: &Sheet) -> KeptRow {
    let shown = |amount: Option<&Amount>| amount.map(Amount::to_string).unwrap_or_default();
    match opening {
        Opening::Account(row) => {
            let known = sheet.known.iter().find(|known| known.place == row.on);
            let account = known.and_then(|known| known.names.first()).cloned().unwrap_or_default();
            KeptRow { account, fund: row.fund, amount: row.balance.to_string(), ..KeptRow::default() }
        }
        Opening::Member(row) => {
            let (held, since) = (row.shares.as_ref(), row.arrears_on.map(|day| day.to_string()).unwrap_or_default());
            KeptRow {
                member: row.member,
                amount: shown(row.arrears.as_ref()),
                since,
                credit: shown(row.credit.as_ref()),
                shares: held.map_or(0, |held| held.count),
                nominal: shown(held.map(|held| &held.nominal)),
                paid: held.map_or(0, |held| held.paid),
                ..KeptRow::default()
            }
        }
    }
}

impl Sheet {
    /// Takes over what a draft has.
    pub(super) fn resume(&mut self, draft: &Draft, cx: &Cx) -> store::Result<()> {
        let kept: Kept = serde_json::from_str(&draft.body).unwrap_or_default();
        self.on = kept.on.parse().unwrap_or(self.on);
        self.file = kept.file;
        self.nominal = Amount::parse(&kept.nominal, "").ok().or(self.nominal.take());
        for row in kept.rows {
            let opening = self.read_kept(&row);
            let label = opening.as_ref().map(|opening| self.label_of(opening, cx)).transpose();
            match (opening, label) {
                (Some(opening), Ok(Some(label))) => self.put(label, opening, cx)?,
                (_, Err(error)) if !matches!(error, store::Error::NotFound) => return Err(error),
                // what cannot be written stands here too, to be mended or taken off
                _ => {
                    let why = row.fault;
                    let fault = if why.is_empty() {
                        Text::new("err-not-found")
                    } else {
                        Text::new("opening-why").with("why", why)
                    };
                    self.rows.push(Row { label: row.label, opening: None, fault: Some(fault) });
                }
            }
        }
        Ok(())
    }

    fn read_kept(&self, row: &KeptRow) -> Option<Opening> {
        let amount = |text: &str| Amount::parse(text, "").ok();
        if row.member == 0 {
            let known = crate::command::opening::account(&self.known, &row.account).ok()?;
            let (on, kind): (Place, _) = (known.place.clone(), known.kind);
            return Some(Opening::Account(AccountOpening { on, kind, fund: row.fund, balance: amount(&row.amount)? }));
        }
        let nominal = amount(&row.nominal).filter(|_| row.shares > 0);
        let shares = nominal.map(|nominal| Held { count: row.shares, nominal, paid: row.paid });
        let (arrears, arrears_on) = (amount(&row.amount), row.since.parse().ok());
        let credit = amount(&row.credit);
        Some(Opening::Member(MemberOpening { member: row.member, shares, arrears, arrears_on, credit }))
    }
}
