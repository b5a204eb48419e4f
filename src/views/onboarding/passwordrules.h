#pragma once

#include "review/registrationdraft.h"

#include <QWidget>

#include <array>

class QLabel;

namespace finhub::views {

/// The rules of a password in one line, each ticked off while it is typed. GUI thread.
class PasswordRules : public QWidget {
    Q_OBJECT

public:
    explicit PasswordRules(QWidget* parent = nullptr);

    /// Shows which rules hold. A broken one is only named at first; once the person has left the field
    /// (`strict`) it is marked as wrong.
    void setFacts(const review::PasswordFacts& facts, bool strict);

private:
    static constexpr std::size_t RuleCount = 6; ///< the five of PasswordRule, and that both are the same

    std::array<QLabel*, RuleCount> m_labels{};
};

} // namespace finhub::views
