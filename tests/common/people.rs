//! Made-up lists in which some people stand twice, written down the second time by another hand. What is told of them,
//! and what goes wrong, follows from a seed; nobody's real list is copied.

use super::chance::Chance;
use chrono::{Datelike, Days, NaiveDate};
use ushirika::domain::{
    birth::Birth,
    member::{IdType, Member, Sex},
};

/// Whose names and habits a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Custom {
    /// Surname, post-name and given name, of the Kasai.
    Congo,
    /// Given names, some by order of birth, and a surname, of Kono.
    Kono,
    /// Given name and surname, English.
    English,
}

/// Somebody, and who it really is.
pub struct Entry {
    /// The same for two entries of one person.
    pub person: usize,
    /// What the list says.
    pub member: Member,
}

const CONGO: &str = include_str!("../../data/names/cd.txt");
const KONO: &str = include_str!("../../data/names/sl.txt");
const ENGLISH: &str = "
[given]
30 0 James\n28 0 William\n26 0 Thomas\n24 0 Joshua\n22 0 Benjamin\n20 0 Samuel\n18 0 Daniel\n16 0 Matthew
14 0 Alexander\n12 0 Christopher\n10 0 Nicholas\n9 0 Patrick\n8 0 Hugh\n7 0 Malcolm\n6 0 Geoffrey\n5 0 Stewart
0 30 Emily\n0 28 Charlotte\n0 26 Jessica\n0 24 Hannah\n0 22 Sarah\n0 20 Olivia\n0 18 Isabella\n0 16 Georgia
0 14 Rebecca\n0 12 Katherine\n0 10 Caitlin\n0 9 Phoebe\n0 8 Harriet\n0 7 Bronwyn\n0 6 Philippa\n0 5 Rosemary
[village]
20 Canterbury\n16 Sandringham\n12 Mount Pleasant\n10 St Kilda\n10 Bendigo\n8 Wagga Wagga\n8 Launceston\n6 Toowoomba
6 Cranbourne\n5 Ballarat\n5 Geelong\n4 Dubbo\n4 Wodonga\n3 Katoomba
";

/// English surnames, many and alike: Ashton, Ashby, Ashford, Oakton…
fn english_surnames() -> Vec<(u64, u64, String)> {
    let stems = "Ash Black Brad Brough Car Chester Clay Copp Craw Dun East Farn Glas Green Hal Hart Hather Hol Kings \
        Lang Mar Middle New Nor Oak Pem Red Rother Shel Stan Thorn Under Wal War West White Whit Win Wood York";
    let ends = "ton by ford ley field wood worth ham er son bury";
    let all = stems.split_whitespace().flat_map(|stem| ends.split_whitespace().map(move |end| format!("{stem}{end}")));
    all.enumerate().map(|(at, name)| (2000 / (at as u64 + 20), 2000 / (at as u64 + 20), name)).collect()
}

/// One section of a list of names: relative frequency for men, for women, name.
fn section(file: &str, name: &str) -> Vec<(u64, u64, String)> {
    let mut lines = file.lines().skip_while(|line| line.trim() != format!("[{name}]")).skip(1);
    let mut found = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.starts_with('[')).filter(|line| !line.trim().is_empty()) {
        let (men, rest) = line.split_once(' ').expect("a figure and a name");
        let (women, name) = match rest.split_once(' ') {
            Some((women, name)) if women.parse::<u64>().is_ok() => (women, name),
            _ => (men, rest),
        };
        found.push((men.parse().expect("a figure"), women.parse().expect("a figure"), name.to_owned()));
    }
    found
}

fn pick(names: &[(u64, u64, String)], sex: Sex, chance: &mut Chance) -> String {
    let weight = |(men, women, _): &(u64, u64, String)| if sex == Sex::M { *men } else { *women };
    let mut at = chance.below(names.iter().map(weight).sum());
    for name in names {
        if at < weight(name) {
            return name.2.clone();
        }
        at -= weight(name);
    }
    unreachable!("the weights add up")
}

/// A list of `count` people of whom every tenth stands there twice.
pub fn list(custom: Custom, count: usize, seed: u64) -> Vec<Entry> {
    let mut chance = Chance::from(seed);
    let file = match custom {
        Custom::Congo => CONGO,
        Custom::Kono => KONO,
        Custom::English => ENGLISH,
    };
    let surnames = match custom {
        Custom::Congo => section(file, "kasai"),
        Custom::Kono => section(file, "surname"),
        Custom::English => english_surnames(),
    };
    let (given, villages) = (section(file, "given"), section(file, "village"));
    let order = if custom == Custom::Kono { section(file, "order") } else { Vec::new() };
    let mut all: Vec<Entry> = Vec::new();
    for person in 0..count {
        let sex = if chance.once_in(3) { Sex::F } else { Sex::M };
        let mut member = Member { sex: Some(sex), ..Member::default() };
        member.surname = pick(&surnames, sex, &mut chance);
        member.given_name = pick(&given, sex, &mut chance);
        match custom {
            Custom::Congo if !chance.once_in(20) => member.post_name = pick(&surnames, Sex::M, &mut chance),
            Custom::Kono if chance.once_in(3) => member.given_name = pick(&order, sex, &mut chance),
            Custom::Kono if chance.once_in(2) => {
                member.given_name = format!("{} {}", pick(&order, sex, &mut chance), member.given_name);
            }
            _ => {}
        }
        let day = NaiveDate::from_ymd_opt(1955, 1, 2).expect("a day") + Days::new(chance.below(50 * 365));
        member.birth = match chance.below(20) {
            0 => None,
            1..=11 => Some(Birth::Day(day)),
            12..=16 => Some(Birth::Year(day.year())),
            _ => Some(Birth::About((day.year() + 2) / 5 * 5)),
        };
        member.village = pick(&villages, sex, &mut chance);
        if !chance.once_in(5) {
            member.phone = format!("+2438{:08}", chance.below(100_000_000));
        }
        if !chance.once_in(3) {
            member.id_type = Some(IdType::Voter);
            member.id_number = format!("1{:010}", chance.below(10_000_000_000));
        }
        if let Some(other) = all.last().map(|entry: &Entry| entry.member.clone()) {
            relate(&mut member, &other, &mut chance);
        }
        all.push(Entry { person, member });
    }
    for person in (0..count).step_by(10) {
        let member = written_again(all[person].member.clone(), custom, &mut chance);
        all.push(Entry { person, member });
    }
    // the second hand wrote somewhere else in the list
    for at in 0..all.len() {
        let other = chance.below(all.len() as u64) as usize;
        all.swap(at, other);
    }
    all
}

/// People of one house: brothers and sisters, father and son of one name, a neighbour's telephone.
fn relate(member: &mut Member, other: &Member, chance: &mut Chance) {
    let live_together = |member: &mut Member, chance: &mut Chance| {
        member.village.clone_from(&other.village);
        if chance.once_in(3) {
            member.phone.clone_from(&other.phone);
        }
    };
    match chance.below(25) {
        0 | 1 => {
            member.surname.clone_from(&other.surname);
            if chance.once_in(2) {
                member.post_name.clone_from(&other.post_name);
            }
            live_together(member, chance);
        }
        2 if member.sex == other.sex => {
            member.surname.clone_from(&other.surname);
            member.post_name.clone_from(&other.post_name);
            member.given_name.clone_from(&other.given_name);
            let year = other.birth.map_or(1980, Birth::year);
            member.birth = Some(Birth::Year(if year > 1985 { year - 25 } else { year + 25 }));
            live_together(member, chance);
        }
        3 => member.phone.clone_from(&other.phone),
        _ => {}
    }
}

/// The same person by another hand.
fn written_again(mut member: Member, custom: Custom, chance: &mut Chance) -> Member {
    if chance.once_in(4) {
        (member.id_type, member.id_number) = (None, String::new());
    } else if chance.once_in(12) {
        member.id_number = digit_off(&member.id_number, chance);
    }
    match chance.below(12) {
        0..=2 => member.phone.clear(),
        3 => member.phone = format!("+2439{:08}", chance.below(100_000_000)),
        4 => member.phone = digit_off(&member.phone, chance),
        _ => {}
    }
    member.birth = birth_again(member.birth, chance);
    match chance.below(10) {
        0 => member.village.clear(),
        1 => member.village = slip(&member.village, chance),
        _ => {}
    }
    if chance.once_in(15) {
        member.sex = None;
    }
    match chance.below(8) {
        0 => std::mem::swap(&mut member.surname, &mut member.given_name),
        1 if custom == Custom::Congo => std::mem::swap(&mut member.surname, &mut member.post_name),
        2 => member.post_name.clear(),
        3 if custom == Custom::Congo => member.given_name.clear(),
        4 => member.given_name = member.given_name.chars().take(1).collect(),
        _ => {}
    }
    for name in [&mut member.surname, &mut member.post_name, &mut member.given_name] {
        match chance.below(9) {
            0 => *name = slip(name, chance),
            1 => *name = spelled_otherwise(name),
            2 => *name = name.to_uppercase(),
            _ => {}
        }
    }
    if member.surname.is_empty() {
        std::mem::swap(&mut member.surname, &mut member.given_name);
    }
    member
}

fn birth_again(birth: Option<Birth>, chance: &mut Chance) -> Option<Birth> {
    let birth = birth?;
    match (chance.below(12), birth) {
        (0 | 1, _) => None,
        (2, Birth::Day(day)) => {
            Some(Birth::Day(NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()).unwrap_or(day)))
        }
        (3, Birth::Day(day)) => {
            let wrong = digit_off(&day.format("%Y%m%d").to_string(), chance);
            Some(NaiveDate::parse_from_str(&wrong, "%Y%m%d").map_or(birth, Birth::Day))
        }
        (4 | 5, _) => Some(Birth::Year(birth.year())),
        (6, _) => Some(Birth::About(birth.year() - 1 + chance.below(3) as i32)),
        (7, Birth::Day(day)) => NaiveDate::from_ymd_opt(day.year(), 1, 1).map(Birth::Day),
        _ => Some(birth),
    }
}

/// One digit another, or two neighbours exchanged; the first stays.
fn digit_off(text: &str, chance: &mut Chance) -> String {
    let mut digits: Vec<char> = text.chars().collect();
    if digits.len() < 6 {
        return text.to_owned();
    }
    let at = 2 + chance.below(digits.len() as u64 - 3) as usize;
    if chance.once_in(3) {
        digits.swap(at, at + 1);
    } else {
        digits[at] = char::from(b'0' + chance.below(10) as u8);
    }
    digits.into_iter().collect()
}

/// A slip of the pen behind the first letter.
fn slip(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 4 {
        return text.to_owned();
    }
    let at = 1 + chance.below(letters.len() as u64 - 2) as usize;
    let letter = char::from(b'a' + chance.below(26) as u8);
    match chance.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letter),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = letter,
    }
    letters.into_iter().collect()
}

/// As somebody writes who has heard the name.
fn spelled_otherwise(name: &str) -> String {
    let lower = name.to_lowercase();
    for (one, other) in [
        ("tsh", "ch"),
        ("mwa", "mua"),
        ("mua", "mwa"),
        ("ph", "f"),
        ("ou", "u"),
        ("ka", "ca"),
        ("y", "i"),
        ("z", "s"),
        ("ck", "k"),
        ("ll", "l"),
        ("nn", "n"),
        ("c", "k"),
        ("th", "t"),
        ("sh", "ch"),
    ] {
        if lower.contains(one) {
            return lower.replacen(one, other, 1);
        }
    }
    lower
}
