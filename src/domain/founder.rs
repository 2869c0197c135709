//! A founder in one line, as a secretary types the list while people sign: `KABEYA Ngoyi Éléonore f 5`.

use super::{
    Text,
    field::Field,
    fold::clean,
    member::{LONGEST, Member, Sex},
};

/// What stands for a part of the name that somebody does not have: `KABEYA - Jean`.
const NONE: &str = "-";

/// Reads surname, post-name and given name in this order, then the sex as one letter and the number of shares, both of
/// which may be missing. Commas part names of several words: `MWAMBA WA ILUNGA, Ngoyi, Marie Claire m 2`.
///
/// # Errors
/// When there is no name, or the number of shares is too large.
pub fn read(line: &str) -> Result<Member, Text> {
    let mut founder = Member::default();
    let line = clean(line);
    let mut words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    if let Some(shares) = words.last().filter(|word| word.bytes().all(|b| b.is_ascii_digit())) {
        let most = || Text::new("err-count").with("text", *shares).with("most", MOST_SHARES);
        let shares = shares.parse::<u32>().ok().filter(|shares| *shares <= MOST_SHARES).ok_or_else(most)?;
        founder.put(Field::Shares, shares.to_string());
        words.pop();
    }
    if let Some(sex) = words.last().filter(|word| word.len() == 1).and_then(|word| Sex::parse(word).ok()) {
        founder.sex = Some(sex);
        words.pop();
    }
    let raised: Vec<String>;
    if words.iter().all(|word| !word.chars().any(char::is_uppercase)) {
        raised = words.iter().map(|word| raise(word)).collect();
        words = raised.iter().map(String::as_str).collect();
    }
    let name = words.join(" ");
    let mut parts: Vec<String> = if name.contains(',') {
        name.splitn(3, ',').map(|part| clean(&part.replace(',', " "))).collect()
    } else {
        let mut words = words.into_iter();
        let (surname, post_name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        vec![surname.to_owned(), post_name.to_owned(), words.collect::<Vec<_>>().join(" ")]
    };
    parts.resize(3, String::new());
    for part in &mut parts {
        let length = part.chars().count();
        if length > LONGEST {
            return Err(Text::new("err-long").with("length", length).with("longest", LONGEST));
        }
        if part == NONE {
            part.clear();
        }
    }
    [founder.surname, founder.post_name, founder.given_name] = parts.try_into().expect("three parts");
    if super::fold::fold(&founder.surname).is_empty() { Err(Text::new("err-surname")) } else { Ok(founder) }
}

/// A word of a name that was typed in haste with small letters only: `ngoyi` is `Ngoyi`, `jean-paul` `Jean-Paul`; what
/// joins names, `wa`, `de`, stays.
fn raise(word: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>())
    };
    if word.chars().count() < 3 { word.to_owned() } else { word.split('-').map(part).collect::<Vec<_>>().join("-") }
}

/// More shares of one founder than this are a slip of the pen.
const MOST_SHARES: u32 = 1_000_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_a_founder() {
        let is = |line: &str, wanted: [&str; 3], sex: Option<Sex>, shares: &str| {
            let founder = read(line).unwrap();
            assert_eq!([&*founder.surname, &*founder.post_name, &*founder.given_name], wanted, "{line}");
            assert_eq!((founder.sex, founder.kept(Field::Shares)), (sex, shares), "{line}");
        };
        is("KABEYA Ngoyi Éléonore f 5", ["KABEYA", "Ngoyi", "Éléonore"], Some(Sex::F), "5");
        is("kabeya", ["Kabeya", "", ""], None, "");
        is("mwamba wa ilunga, ngoyi, jean-paul m 2", ["Mwamba wa Ilunga", "Ngoyi", "Jean-Paul"], Some(Sex::M), "2");
        is("KABEYA ngoyi éléonore", ["KABEYA", "ngoyi", "éléonore"], None, "");
        is("Kabeya Ngoyi", ["Kabeya", "Ngoyi", ""], None, "");
        is("Kabeya - Jean M", ["Kabeya", "", "Jean"], Some(Sex::M), "");
        is("Kabeya Ngoyi Jean Marie 12", ["Kabeya", "Ngoyi", "Jean Marie"], None, "12");
        is("Mwamba wa Ilunga, Ngoyi, Marie f", ["Mwamba wa Ilunga", "Ngoyi", "Marie"], Some(Sex::F), "");
        for wrong in ["", "  ", "- Jean", "f 5", "7"] {
            assert_eq!(read(wrong).unwrap_err().id, "err-surname", "{wrong}");
        }
        assert_eq!(read("Kabeya 99999999").unwrap_err().id, "err-count");
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_fail(line in "\\PC{0,60}") {
            if let Ok(founder) = read(&line) {
                prop_assert!(!founder.surname.is_empty());
            }
        }
    }
}
