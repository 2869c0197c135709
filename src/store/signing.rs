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
use rusqlite::{Params, params};

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
    /// Whether that is to be put right, and not only to be known.
    pub is_flawed: bool,
}

/// To what a list of signing powers can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PowerWant {
    /// Those that run.
    Running,
    /// Those about which something is to be put right.
    Flawed,
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
            if !row.is_flawed && matches!(row.standing, Standing::Running | Standing::Lingering) {
                row.doubt = self.power_alike(row.account.id, on)?;
            }
        }
        rows.retain(|row| {
            wants.iter().all(|want| match want {
                PowerWant::Running => matches!(row.standing, Standing::Running | Standing::Lingering),
                PowerWant::Flawed => row.is_flawed,
                PowerWant::Ended => row.standing == Standing::Ended,
                PowerWant::Word(word) => {
                    fold(&format!("{} {}", row.signer.name, row.account.name)).contains(&fold(word))
                }
            })
        });
        Ok(rows)
    }

    /// About how many powers something is to be put right.
    pub fn powers_flawed(&self, on: NaiveDate) -> Result<usize> {
        let mut count = 0;
        for (entry, account) in self.power_entries("TRUE", [])? {
            let flaw = Power::of(&entry, Keeper::of(account.kind)).flaw(on, self.mandate_until(holder(&entry), on)?);
            count += usize::from(flaw.is_some());
        }
        Ok(count)
    }

    /// How many signing powers run.
    pub fn powers_running(&self, on: NaiveDate) -> Result<usize> {
        let entries = self.power_entries("end_confirmed_on IS NULL", [])?;
        let runs = |(entry, account): &&(Entry, Account)| Power::of(entry, Keeper::of(account.kind)).runs(on);
        Ok(entries.iter().filter(runs).count())
    }

    fn powers(&self, which: &str, values: impl Params, on: NaiveDate) -> Result<Vec<PowerRow>> {
        let row = |(entry, account): (Entry, Account)| {
            let power = Power::of(&entry, Keeper::of(account.kind));
            let member = holder(&entry);
            let signer = Signer { member, name: self.record_label("member", member)? };
            let flaw = power.flaw(on, self.mandate_until(member, on)?).map(Text::new);
            Ok(PowerRow {
                standing: power.standing(on),
                is_flawed: flaw.is_some(),
                doubt: flaw,
                entry,
                account,
                signer,
            })
        };
        self.power_entries(which, values)?.into_iter().map(row).collect()
    }

    fn power_entries(&self, which: &str, values: impl Params) -> Result<Vec<(Entry, Account)>> {
        let mut statement = self.conn.prepare_cached(&select(&SIGNING_POWER, which))?;
        let mut rows = statement.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let entry = read(&SIGNING_POWER, row)?;
            let account = self.account(entry.owner.1)?;
            found.push((entry, account));
        }
        Ok(found)
    }

    /// The last day of all mandates that a member has had until a day; `None` of who never had one.
    fn mandate_until(&self, member: i64, on: NaiveDate) -> Result<Option<NaiveDate>> {
        const LAST: &str =
            "SELECT max(min(ifnull(until_on, '9999-12-31'), ifnull(ended_on, '9999-12-31'))) FROM mandate
            WHERE member_id = ?1 AND from_on <= ?2";
        let values = params![member, on.to_string()];
        let last: Option<String> = self.conn.prepare_cached(LAST)?.query_row(values, |row| row.get(0))?;
        Ok(last.and_then(|last| last.parse().ok()))
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

/// Who holds a power.
fn holder(power: &Entry) -> i64 {
    power.get("member_id").parse().unwrap_or_default()
}
