//! The lists of `data/names/`: sections of `frequency of men, frequency of women, name`, or one figure for both.

use super::chance::Chance;
use crate::domain::member::Sex;

/// One section of a file.
#[derive(Debug, Default)]
pub struct List {
    names: Vec<&'static str>,
    /// Running sums of the frequencies of men and of women.
    sums: [Vec<u64>; 2],
}

impl List {
    /// The section `[name]` of `file`. What the files hold is fixed when the program is built and checked by a test.
    pub fn section(file: &'static str, name: &str) -> Self {
        let mut list = Self::default();
        let heading = |line: &'static str| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines.skip_while(|line| heading(line) != Some(name)).skip(1).take_while(|l| heading(l).is_none()) {
            list.push(line);
        }
        list
    }

    fn push(&mut self, line: &'static str) {
        let figure = |text: &'static str| {
            let (word, rest) = text.split_once(' ')?;
            Some((word.parse::<u64>().ok()?, rest.trim_start()))
        };
        let Some((men, rest)) = figure(line) else { return };
        let (women, name) = figure(rest).filter(|(_, name)| !name.is_empty()).unwrap_or((men, rest));
        for (sums, weight) in self.sums.iter_mut().zip([men, women]) {
            sums.push(sums.last().copied().unwrap_or(0) + weight);
        }
        self.names.push(name);
    }

    /// One name, as often as it occurs among people of that sex.
    pub fn pick(&self, sex: Sex, chance: &mut Chance) -> &'static str {
        self.names[self.place(sex, chance)]
    }

    /// The same, as a place in the list.
    pub fn place(&self, sex: Sex, chance: &mut Chance) -> usize {
        let sums = &self.sums[usize::from(sex == Sex::F)];
        let at = chance.below(sums.last().copied().unwrap_or(0));
        sums.partition_point(|sum| *sum <= at)
    }

    /// How often out of how many the name at a place occurs, whatever the sex.
    pub fn share(&self, at: usize) -> (u64, u64) {
        let sum = |at: usize| self.sums.iter().map(|sums| sums.get(at).copied().unwrap_or(0)).sum::<u64>();
        let before = at.checked_sub(1).map_or(0, sum);
        (sum(at) - before, sum(self.names.len().saturating_sub(1)).max(1))
    }

    /// All names, the most frequent first as the file has them.
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// Only the first `n`.
    #[must_use]
    pub fn first(mut self, n: usize) -> Self {
        self.names.truncate(n);
        for sums in &mut self.sums {
            sums.truncate(n);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_are_those_of_the_sex() {
        let list = List::section("[x]\n9 9 Nobody\n[a]\n# note\n3 0 Kambale\n0 2 Kavira\n1 Bahati\n[b]\n1 Z", "a");
        assert_eq!(list.names(), ["Kambale", "Kavira", "Bahati"]);
        let mut chance = Chance::nth(1, 1);
        let women: Vec<_> = (0..300).map(|_| list.pick(Sex::F, &mut chance)).collect();
        assert!(!women.contains(&"Kambale"));
        let kavira = women.iter().filter(|n| **n == "Kavira").count();
        assert!((150..250).contains(&kavira), "{kavira}");
    }
}
