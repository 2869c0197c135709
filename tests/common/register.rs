//! A small register in which every field of somebody is filled, and others in which hardly any is.

use super::Book;
use chrono::NaiveDate;
use ushirika::{
    command,
    domain::{
        book::Country,
        day::Order,
        member::{Field, Member, Reading},
        noun::{self, Entry, Noun},
    },
};

fn reading() -> Reading {
    Reading { today: super::today(), country: Country::Cd, order: Order::Dmy }
}

/// Saves somebody; each field as it is typed.
pub fn person(book: &Book, fields: &[(Field, &str)]) -> i64 {
    let mut member = Member::default();
    for (field, typed) in fields {
        member.set(*field, typed, &reading()).expect("a field");
    }
    command::member::save(&mut book.store(), &book.session, None, &member).expect("a member").id
}

/// Saves a record of a member; each field as it is typed.
pub fn record(book: &Book, noun: &'static Noun, member: i64, fields: &[(&str, &str)]) {
    let mut entry = Entry::new(noun, ("member", member));
    for (code, typed) in fields {
        let at = noun.attributes.iter().position(|attribute| attribute.code == *code).expect("a field");
        entry.set(at, typed, &reading()).expect("a value");
    }
    command::entry::save(&mut book.store(), &book.session, None, &entry).expect("a record");
}

/// Two sites, two teams, five people: one of whom everything is known, one who has left, one who only applies.
pub fn register() -> Book {
    let book = Book::empty();
    let whole = person(
        &book,
        &[
            (Field::Status, "active"),
            (Field::JoinedOn, "12/10/2019"),
            (Field::FormerNumber, "017/19"),
            (Field::Surname, "Kabɛ́wɛ"),
            (Field::PostName, "Ngoyi"),
            (Field::GivenName, "Éléonore"),
            (Field::KnownAs, "Mama Élé"),
            (Field::Sex, "F"),
            (Field::Birth, "31/5/1983"),
            (Field::BirthPlace, "Miabi"),
            (Field::Nationality, "congolaise"),
            (Field::Phone, "0812345678"),
            (Field::Phone2, "0991234567"),
            (Field::Village, "Luamuela"),
            (Field::Address, "av. de la Mine 12"),
            (Field::Province, "Kasaï-Oriental"),
            (Field::Territory, "Miabi"),
            (Field::Sector, "Tshilundu"),
            (Field::Groupement, "Bakwa Nsumba"),
            (Field::Site, "Luamuela"),
            (Field::Team, "Puits 3"),
            (Field::Role, "creuseuse, laveuse"),
            (Field::MiningSince, "2009"),
            (Field::WorkTime, "seasonal"),
            (Field::Substances, "diamant, or"),
            (Field::Tools, "pelle, tamis"),
            (Field::FinancedBy, "elle-même"),
            (Field::Wallet, "0812345678"),
            (Field::WalletName, "Kabɛ́wɛ"),
            (Field::IdType, "électeur"),
            (Field::IdNumber, "0123 4567 89"),
            (Field::IdPlace, "Mbuji-Mayi"),
            (Field::IdIssuedOn, "3/2/2023"),
            (Field::CardNumber, "CEA/2026/00412"),
            (Field::CardExpiresOn, "12/3/2027"),
            (Field::Household, "Kabɛ́wɛ, Luamuela"),
            (Field::MaritalStatus, "veuve"),
            (Field::Dependants, "5"),
            (Field::ChildrenInSchool, "3"),
            (Field::Literacy, "writes"),
            (Field::Languages, "tshiluba, français"),
            (Field::OtherIncome, "champ de manioc"),
            (Field::SeasonIncome, "1 250,50 USD"),
            (Field::AppliedOn, "1/10/2019"),
            (Field::AdmittedBy, "fondateurs"),
            (Field::ValidatedOn, "12/10/2019"),
            (Field::ValidatedBy, "AG constitutive, résolution 4"),
            (Field::Shares, "10"),
            (Field::SharesPaid, "6"),
            (Field::FormNumber, "0017"),
            (Field::FormOn, "1/10/2019"),
            (Field::Enumerator, "Solange Beya"),
            (Field::VerifiedBy, "J.-P. Mutombo"),
            (Field::VerifiedOn, "5/11/2019"),
            (Field::Note, "Trésorière de l’équipe."),
        ],
    );
    record(
        &book,
        &noun::KIN,
        whole,
        &[("name", "Ilunga Mbuyi Joseph"), ("relation", "fils"), ("phone", "0812345679"), ("heir_percent", "60")],
    );
    record(&book, &noun::KIN, whole, &[("name", "Mujinga Ruth"), ("relation", "fille"), ("heir_percent", "40")]);
    record(&book, &noun::CONSENT, whole, &[("purpose", "register"), ("given_on", "1/10/2019"), ("mark", "empreinte")]);
    record(
        &book,
        &noun::CONSENT,
        whole,
        &[("purpose", "photo"), ("given_on", "1/10/2019"), ("withdrawn_on", "4/1/2024")],
    );
    record(&book, &noun::NOTE, whole, &[("noted_on", "2/6/2025"), ("text", "A demandé copie de ses données.")]);
    let many = [
        ("Ilunga", "Mbuyi", "Joseph", "M", "1990", "Luamuela", "Puits 3", "02/11/2019", "5", "5"),
        ("Mwɔ̃ba", "", "Pierre", "M", "41 ans", "Luamuela", "Puits 7", "04/01/2020", "", ""),
        ("Tshibangu", "Kalonji", "Marie-Claire", "F", "", "Bakwa Tshimuna", "", "04/01/2020", "2", "0"),
    ];
    let mut ids = Vec::new();
    for (surname, post_name, given_name, sex, birth, site, team, joined, shares, paid) in many {
        ids.push(person(
            &book,
            &[
                (Field::Status, "active"),
                (Field::Surname, surname),
                (Field::PostName, post_name),
                (Field::GivenName, given_name),
                (Field::Sex, sex),
                (Field::Birth, birth),
                (Field::Site, site),
                (Field::Team, team),
                (Field::Role, "creuseur"),
                (Field::JoinedOn, joined),
                (Field::Shares, shares),
                (Field::SharesPaid, paid),
            ],
        ));
    }
    let on = NaiveDate::from_ymd_opt(2024, 3, 15).expect("a day");
    command::member::archive(&mut book.store(), &book.session, &ids[1..2], on, "parti à Kolwezi").expect("he has left");
    person(
        &book,
        &[(Field::Surname, "Zola"), (Field::Sex, "F"), (Field::Status, "applicant"), (Field::Phone, "0850000001")],
    );
    book
}
