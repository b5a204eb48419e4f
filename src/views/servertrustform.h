#pragma once

#include "api/servertrust.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace finhub::views {

/// Whom a connection trusts to be its server: an authority from a file, and keys that it is pinned to.
/// Nothing has to be filled in. GUI thread.
class ServerTrustForm : public QWidget {
    Q_OBJECT

public:
    explicit ServerTrustForm(QWidget* parent = nullptr);

    void setTrust(const api::ServerTrust& trust);
    /// As it stands; a line that is no pin is an empty one, which api::faultOf() refuses.
    api::ServerTrust trust() const;

    /// Takes the authorities from a file, or says why not.
    void readAuthorities(const QString& file);

private:
    void chooseFile();
    void setAuthorities(const QByteArray& pem);
    void say(const QString& problem);

    QByteArray m_authorities;
    QLabel* m_authorityText;
    QLabel* m_problem;
    QPushButton* m_removeButton;
    QPlainTextEdit* m_pins;
};

} // namespace finhub::views
