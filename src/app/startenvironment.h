#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace finhub::app {

/// What the variables of the environment may not do to a console that people work with: load code from
/// elsewhere, trust other authorities, show the window to others, or log more than it does.
///
/// Variables are named in the sentences, their values never: whatever put them there may have put a secret
/// into them.
class StartEnvironment {
public:
    explicit StartEnvironment(const QProcessEnvironment& started);

    /// The variables that are taken away before Qt sees them.
    const QStringList& ignored() const { return m_ignored; }
    /// A sentence for each of them, for the terminal.
    const QStringList& remarks() const { return m_remarks; }
    /// A sentence for each variable that has had its effect before this program's first line, so that nothing
    /// can be done about it here; for the person at the window.
    const QStringList& warnings() const { return m_warnings; }
    /// Why the console does not start; empty when it may.
    const QString& refusal() const { return m_refusal; }

    /// Takes what is ignored out of this process's environment. Before there is a second thread.
    void apply() const;

private:
    void judge(const QString& variable, const QString& value);

    QStringList m_ignored;
    QStringList m_remarks;
    QStringList m_warnings;
    QString m_refusal;
};

} // namespace finhub::app
