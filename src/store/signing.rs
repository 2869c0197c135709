//! Signing powers: who may sign for an account on a day, and what is worth a word.

use super::{
    Reader, Result,
    entry::{read, select},
};
use crate::domain::{
    Text,
    account::Account,
    fold::fold,
    member::Status,
    noun::Entry,
    signing::{Keeper, Power, SIGNING_POWER, Standing, alike},
    voucher::{Signer, Signers},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, params};

/// A signing power in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerRow {
    /// What is written down of it.
    pub entry: Entry,
    /// The account.
    pub account: Account,
    /// Who holds it.
    pub signer: Signer,
    /// Where it stands.
    pub standing: Standing,
    /// What is worth a word.
    pub doubt: Option<Text>,
}

/// To what a list of signing powers can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PowerWant {
    /// Those that run.
    Running,
    /// Those of which something is worth a word.
    Doubtful,
    /// Those that are no more.
    Ended,
    /// Those in the name of whose holder this stands.
    Word(String),
}

impl Reader {
    /// Who may sign for an account on a day: the holders of its powers, and those who sit in the body that controls. Who
    /// has died signs no more, whatever the bank says.
    pub fn signers(&self, account: i64, on: NaiveDate) -> Result<Signers> {
        const CONTROL: &str = "SELECT m.member_id FROM mandate m JOIN organ o ON o.id = m.organ_id
            WHERE o.kind = 'control' AND o.closed_on IS NULL AND m.from_on <= ?1
            AND ifnull(m.until_on, '9999') >= ?1 AND ifnull(m.ended_on, '9999') > ?1
            GROUP BY m.member_id ORDER BY min(m.id)";
        let mut signers = Signers::default();
        for row in self.powers("account_id = ?1 ORDER BY id", [account], on)? {
            let is_new = !signers.signatories.contains(&row.signer);
            let is_there = self.member(row.signer.member)?.status != Status::Deceased;
            if matches!(row.standing, Standing::Running | Standing::Lingering) && is_new && is_there {
                signers.signatories.push(row.signer);
            }
        }
        for member in self.id_list(CONTROL, [on.to_string()])? {
            let member = self.member(member)?;
            if member.status != Status::Deceased {
                signers.control.push(Signer { member: member.id, name: member.full_name() });
            }
        }
        Ok(signers)
    }

    /// The powers that meet all of `wants`, account by account.
    pub fn power_rows(&self, wants: &[PowerWant], on: NaiveDate) -> Result<Vec<PowerRow>> {
        let mut rows = self.powers("TRUE ORDER BY account_id, id", [], on)?;
        for row in &mut rows {
            row.doubt = self.power_doubt(row, on)?;
        }
        rows.retain(|row| {
            wants.iter().all(|want| match want {
                PowerWant::Running => matches!(row.standing, Standing::Running | Standing::Lingering),
                PowerWant::Doubtful => row.doubt.is_some(),
                PowerWant::Ended => row.standing == Standing::Ended,
                PowerWant::Word(word) => {
                    fold(&format!("{} {}", row.signer.name, row.account.name)).contains(&fold(word))
                }
            })
        });
        Ok(rows)
    }

    /// Of how many powers something is worth a word.
    pub fn powers_over(&self, on: NaiveDate) -> Result<usize> {
        Ok(self.power_rows(&[PowerWant::Doubtful], on)?.len())
    }

    /// How many signing powers run.
    pub fn powers_running(&self, on: NaiveDate) -> Result<usize> {
        let mut rows = self.powers("end_confirmed_on IS NULL", [], on)?;
        rows.retain(|row| matches!(row.standing, Standing::Running | Standing::Lingering));
        Ok(rows.len())
    }

    fn powers(&self, which: &str, values: impl Params, on: NaiveDate) -> Result<Vec<PowerRow>> {
        let mut statement = self.conn.prepare_cached(&select(&SIGNING_POWER, which))?;
        let mut rows = statement.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let entry = read(&SIGNING_POWER, row)?;
            let account = self.account(entry.owner.1)?;
            let member = entry.get("member_id").parse().unwrap_or_default();
            let standing = Power::of(&entry, Keeper::of(account.kind)).standing(on);
            let signer = Signer { member, name: self.record_label("member", member)? };
            found.push(PowerRow { entry, account, signer, standing, doubt: None });
        }
        Ok(found)
    }

    /// What is worth a word of a power: the bank does not know that it ended, the mandate is over, the signatories are of
    /// one family or one site.
    fn power_doubt(&self, row: &PowerRow, on: NaiveDate) -> Result<Option<Text>> {
        const OVER: &str = "SELECT max(min(ifnull(until_on, '9999'), ifnull(ended_on, '9999'))) FROM mandate
            WHERE member_id = ?1 AND from_on <= ?2";
        let is_running = matches!(row.standing, Standing::Running | Standing::Lingering);
        if row.standing == Standing::Coming && row.entry.day("from_on").is_none() {
            return Ok(Some(Text::new("power-unconfirmed")));
        }
        if !is_running {
            return Ok(None);
        }
        if row.standing == Standing::Lingering {
            return Ok(Some(Text::new("power-bank-unaware")));
        }
        let last: Option<Option<String>> = self
            .conn
            .prepare_cached(OVER)?
            .query_row(params![row.signer.member, on.to_string()], |row| row.get(0))
            .optional()?;
        if last.flatten().is_some_and(|last| last < on.to_string()) {
            return Ok(Some(Text::new("power-mandate-over")));
        }
        self.power_alike(row.account.id, on)
    }

    /// Whether those who may sign for an account are of one family or of one site.
    fn power_alike(&self, account: i64, on: NaiveDate) -> Result<Option<Text>> {
        let signatories = self.signers(account, on)?.signatories;
        let mut members = Vec::new();
        for signer in &signatories {
            members.push(self.member(signer.member)?);
        }
        let Some((first, others)) = members.split_first().filter(|(_, others)| !others.is_empty()) else {
            return Ok(None);
        };
        let kin = self.kin_of(first.id, first.number)?;
        let home = self.household_of(first.id)?;
        let mut is_family = true;
        for other in others {
            let is_kin = kin.iter().any(|(member, relation)| *member == other.id && relation != "friend");
            is_family &= is_kin || home.is_some() && self.household_of(other.id)? == home;
        }
        let sites: Vec<&str> = members.iter().map(|member| member.site.as_str()).collect();
        Ok(alike(&sites, is_family))
    }
}
