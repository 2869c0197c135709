//! The records that belong to a made-up person: miner cards one row a year, next of kin, consents, notes; and what is
//! known of the sites.

use super::{calendar::Calendar, chance::Chance, person::Source};
use crate::domain::{
    book::Country,
    member::{Field, Member, Sex},
    noun::{CARD, CONSENT, Entry, KIN, NOTE, Noun, SITE},
};
use chrono::{Days, NaiveDate};

/// A miner card runs a year.
const YEAR: Days = Days::new(365);

fn entry(noun: &'static Noun, values: &[(&str, String)]) -> Entry {
    let mut entry = Entry::new(noun, ("member", 0));
    for (code, value) in values {
        entry.put(code, value.clone());
    }
    entry
}

impl Source {
    /// The records of the `n`-th person, each kind in the order in which it was entered. The last miner card is written
    /// into the member too, as the register shows it.
    pub(super) fn records(&self, n: u64, member: &mut Member, calendar: &Calendar, chance: &mut Chance) -> Vec<Entry> {
        let mut records = self.cards(n, member, calendar, chance);
        records.extend(self.kin(n, member, chance));
        records.extend(consents(member, chance));
        if chance.happens(3) {
            let day = member.joined_on.and_then(|day| calendar.later(day, chance)).unwrap_or(calendar.today());
            let text = self.remark(member.sex.unwrap_or(Sex::M), chance);
            records.push(entry(&NOTE, &[("noted_on", day.to_string()), ("text", text)]));
        }
        records
    }

    fn cards(&self, n: u64, member: &mut Member, calendar: &Calendar, chance: &mut Chance) -> Vec<Entry> {
        let Some(joined_on) = member.joined_on else { return Vec::new() };
        let until = member.status_on.filter(|_| !member.status.is_member()).unwrap_or(calendar.today());
        let last = until - Days::new(chance.below(520));
        let years = 1 + chance.below(5) / 3;
        if !chance.happens(54) {
            return Vec::new();
        }
        let issued = (0..years).rev().map(|year| last - Days::new(year * 365));
        // some came with a card of the year before
        let issued: Vec<NaiveDate> = issued.filter(|day| *day + YEAR > joined_on).collect();
        if let Some(day) = issued.last() {
            member.put(Field::CardNumber, Self::card_number(n, *day));
            member.put(Field::CardExpiresOn, (*day + YEAR).to_string());
        }
        let fee = if self.country() == Country::Sl { "250.00 SLE" } else { "40.00 USD" };
        let card = |day: &NaiveDate| {
            entry(
                &CARD,
                &[
                    ("kind", "miner".to_owned()),
                    ("number", Self::card_number(n, *day)),
                    ("office", self.office().to_owned()),
                    ("issued_on", day.to_string()),
                    ("expires_on", (*day + YEAR).to_string()),
                    ("substances", member.kept(Field::Substances).to_owned()),
                    ("fee", fee.to_owned()),
                ],
            )
        };
        issued.iter().map(card).collect()
    }

    /// One or two heirs, whose parts make up the whole.
    fn kin(&self, n: u64, member: &Member, chance: &mut Chance) -> Vec<Entry> {
        let count = [0, 0, 0, 1, 1, 2][chance.below(6) as usize];
        let mut kin = Vec::new();
        for at in 0..count {
            let relation = ["spouse", "child", "sibling", "parent"][(chance.below(3) + at) as usize % 4];
            let sex = match relation {
                "spouse" if member.sex == Some(Sex::F) => Sex::M,
                "spouse" => Sex::F,
                _ if chance.happens(50) => Sex::F,
                _ => Sex::M,
            };
            let name = format!("{} {}", member.surname, self.given(sex, chance));
            let percent = match (count, at) {
                (1, _) => 100,
                (_, 0) => 60,
                _ => 40,
            };
            let phone = if chance.happens(45) { self.phone(n + 500_000 * (at + 1), chance) } else { String::new() };
            let values = [
                ("name", name),
                ("relation", relation.to_owned()),
                ("phone", phone),
                ("heir_percent", percent.to_string()),
            ];
            kin.push(entry(&KIN, &values));
        }
        kin
    }

    /// What is known of the `at`-th site.
    pub(super) fn site(&self, at: usize, chance: &mut Chance) -> Entry {
        let mut site = Entry::new(&SITE, ("", 0));
        let origin = self.origin_of(&Member::default(), chance);
        for (code, part) in ["province", "territory"].into_iter().zip(origin.split("; ")) {
            site.put(code, part);
        }
        site.put("name", self.sites()[at]);
        site.put("zone", self.zone(chance));
        site.put("substances", "diamond");
        site
    }
}

/// Consents of the day of the form.
fn consents(member: &Member, chance: &mut Chance) -> Vec<Entry> {
    let given_on = member.kept(Field::FormOn);
    let asked = [("register", 70), ("household", 6), ("photo", 4)];
    let asked = asked.into_iter().filter(|(_, percent)| chance.happens(*percent) && !given_on.is_empty());
    let purposes: Vec<&str> = asked.map(|(purpose, _)| purpose).collect();
    let consent = |purpose: &str| {
        let values = [
            ("purpose", purpose.to_owned()),
            ("given_on", given_on.to_owned()),
            ("mark", member.kept(Field::Mark).to_owned()),
        ];
        entry(&CONSENT, &values)
    };
    purposes.into_iter().map(consent).collect()
}
