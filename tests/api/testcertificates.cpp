#include "testcertificates.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace finhub::test {

QByteArray tlsFile(const QByteArray& name)
{
    QFile file(QStringLiteral(FINHUB_TEST_DATA "/tls/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

QSslConfiguration tlsServer(const QByteArray& certificate, const QByteArray& key)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(tlsFile(certificate + ".pem")));
    tls.setPrivateKey(QSslKey(tlsFile(key + ".key"), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

QSslConfiguration oldTlsServer(const QByteArray& protocol, const QByteArray& ciphers)
{
    QSslConfiguration tls = tlsServer("good");
    tls.setProtocol(QSsl::AnyProtocol);
    // Qt has no names for what it does not want to be used, OpenSSL does.
    tls.setBackendConfigurationOption("MinProtocol", protocol);
    tls.setBackendConfigurationOption("MaxProtocol", protocol);
    tls.setBackendConfigurationOption("CipherString", ciphers + ":@SECLEVEL=0");
    return tls;
}

QSslConfiguration carelessClient()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(QSsl::AnyProtocol);
    tls.setBackendConfigurationOption("MinProtocol", QByteArray("TLSv1"));
    tls.setBackendConfigurationOption("CipherString", QByteArray("ALL:COMPLEMENTOFALL:@SECLEVEL=0"));
    return tls;
}

} // namespace finhub::test
